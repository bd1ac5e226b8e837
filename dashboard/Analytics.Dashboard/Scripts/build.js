// Makes wwwroot/lib: the bundled scripts, the fonts and their style sheet. Run by `npm run build`.
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const lib = join(root, "wwwroot", "lib");
const inter = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/inter/package.json"));

// Whole files for Latin and Russian; of the two large extensions only what our languages use: Kazakh letters and the tenge sign.
const subsets = { latin: null, cyrillic: null, "cyrillic-ext": "ӘәҒғҚқҢңӨөҮүҰұҺһ", "latin-ext": "₸" };

await rm(lib, { recursive: true, force: true });
await mkdir(join(lib, "fonts"), { recursive: true });

await build({
  entryPoints: ["page.js", "charts.js", "loads.js", "meeting.js"].map((file) => join(root, "Scripts", file)),
  outdir: lib,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "linked",
});

const ranges = JSON.parse(await readFile(join(inter, "unicode.json"), "utf8"));
const faces = [];
for (const [subset, letters] of Object.entries(subsets)) {
  const file = `inter-${subset}-wght-normal.woff2`;
  const whole = await readFile(join(inter, "files", file));
  await writeFile(join(lib, "fonts", file), letters ? await subsetFont(whole, letters, { targetFormat: "woff2" }) : whole);
  const range = letters ? [...letters].map((letter) => `U+${letter.codePointAt(0).toString(16)}`).join(",") : ranges[subset];
  faces.push(`@font-face {
  font-family: "Inter";
  font-style: normal;
  font-weight: 100 900;
  font-display: swap;
  src: url("fonts/${file}") format("woff2");
  unicode-range: ${range};
}
`);
}

await writeFile(join(lib, "fonts.css"), faces.join("\n"));
await cp(join(inter, "LICENSE"), join(lib, "fonts", "LICENSE.txt"));
