// GraphiQL at the address of the demo's API. It keeps no token: headers are gone with the page.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./explorer.css";

const FIRST = `# What everybody reads: the public register, the newest first.
query Register {
  register(first: 5) {
    nodes { id study purposes receivedOn decision status }
    pageInfo { hasNextPage endCursor }
  }
}
`;
const fetcher = createGraphiQLFetcher({ url: location.pathname });
createRoot(document.querySelector("#explorer")).render(
  createElement(GraphiQL, { fetcher, defaultQuery: FIRST, shouldPersistHeaders: false }),
);
