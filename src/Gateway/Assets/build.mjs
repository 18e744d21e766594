// Compiles Assets/ into one folder: CSS with Sass, TypeScript with esbuild, each also compressed as far as it goes.
import { build } from "esbuild";
import { compile } from "sass";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";

const out = process.argv[2];
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const { css } = compile("Assets/app.scss", { loadPaths: ["node_modules"], style: "compressed", quietDeps: true });
await writeFile(`${out}/app.css`, css);
await copyFile("Assets/icon.svg", `${out}/icon.svg`);
await build({ entryPoints: ["Assets/app.ts"], outdir: out, bundle: true, minify: true, format: "esm", target: "es2020",
  legalComments: "none" });

for (const file of await readdir(out)) {
  await writeFile(`${out}/${file}.br`, brotliCompressSync(await readFile(`${out}/${file}`)));
}
