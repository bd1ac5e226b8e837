/** The tokens of css/tokens.css by reference: the drawing follows the colour scheme and print by itself. */
export const theme = {
  ground: "var(--ground)",
  text: "var(--ink)",
  muted: "var(--ink-muted)",
  hairline: "var(--hairline)",
  accent: "var(--accent)",
  past: "var(--past)",
  // Text is measured before it is drawn, so the family must be a real one.
  font: getComputedStyle(document.documentElement).fontFamily,
  small: 13,
};
