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

// A script and, where it imports some, its styles; fonts are those of the system.
async function scripts(name) {
  const { outputFiles } = await build({
    entryPoints: [join(here, "scripts", name)],
    outdir: here,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    write: false,
  });
  return outputFiles.map(({ path, contents, text }) => {
    const { base, ext } = parse(path);
    return [base, ext === ".css" ? withoutFonts(text) : contents];
  });
}

// Fonts of others weigh more than all the rest, and nobody needs them.
function withoutFonts(text) {
  return Buffer.from(text.replace(/@font-face\s*\{[^}]*\}/g, ""));
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
  ...(await scripts("portal.mjs")),
  ...(await scripts("explorer.mjs")),
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
