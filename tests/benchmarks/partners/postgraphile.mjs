// PostGraphile as its documentation serves it: one process, node:http, the schema `peer` and no
// other, nobody authenticated, no limits.
import { createServer } from "node:http";
import { grafserv } from "grafserv/node";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const { connectionString, port } = JSON.parse(process.env.BAIMENA_PEER);
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ["peer"], poolConfig: { max: 32 } })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
};
const serv = postgraphile(preset).createServ(grafserv);
const server = createServer({ keepAliveTimeout: 60000 });
await serv.addTo(server);
await serv.ready();
server.listen(port, "127.0.0.1", () => console.log("listening"));
