// Compiles Assets/ into one folder: CSS with Sass, TypeScript with esbuild, each also compressed as far as it goes.
import { build } from "esbuild";
import { compile } from "sass";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";

const out = process.argv[2];
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

// What a few pages need is a file of its own, so that a first visit is short.
for (const name of ["app", "room"]) {
  const sass = { loadPaths: ["node_modules"], style: "compressed", quietDeps: true };
  await writeFile(`${out}/${name}.css`, compile(`Assets/${name}.scss`, sass).css);
}
await copyFile("Assets/icon.svg", `${out}/icon.svg`);
const options = { outdir: out, bundle: true, minify: true, target: "es2020", legalComments: "none" };
const entryPoints = ["app", "phone", "growth", "screen", "claim", "passkeys"].map(name => `Assets/${name}.ts`);
await build({ ...options, entryPoints, format: "esm" });

// The worker changes whenever what it keeps does, so that browsers install it again.
const version = createHash("sha256");
for (const file of ["app.css", "app.js", "phone.js"]) version.update(await readFile(`${out}/${file}`));
await build({ ...options, entryPoints: ["Assets/service-worker.ts"], format: "iife",
  define: { VERSION: JSON.stringify(version.digest("hex").slice(0, 12)) } });

for (const file of await readdir(out)) {
  await writeFile(`${out}/${file}.br`, brotliCompressSync(await readFile(`${out}/${file}`)));
}
