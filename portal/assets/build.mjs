// Compiles styles and scripts into a folder, names every file by its content, and writes which is
// which into manifest.json. Called by `make assets` in a folder where package.json is installed.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "sass";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = process.argv[2];
if (!target) throw new Error("say where the compiled files go");

async function scripts() {
  const { outputFiles } = await build({
    entryPoints: [join(here, "scripts/portal.mjs")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    legalComments: "none",
    write: false,
  });
  return outputFiles[0].contents;
}

function styles(name) {
  const { css } = compile(join(here, "styles", name), {
    loadPaths: [join(here, "node_modules")],
    style: "compressed",
    quietDeps: true,
  });
  return Buffer.from(css);
}

async function images() {
  const names = (await readdir(join(here, "images"))).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(here, "images", name))]));
}

const assets = [
  ["portal.css", styles("portal.scss")],
  ["portal.js", await scripts()],
  ...(await images()),
];
const manifest = {};
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const [asset, content] of assets) {
  const { name, ext } = parse(asset);
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  manifest[asset] = `${name}-${digest}${ext}`;
  await writeFile(join(target, manifest[asset]), content);
}
await writeFile(join(target, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
