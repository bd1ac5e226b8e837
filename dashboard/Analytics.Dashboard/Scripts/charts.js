// Draws every <figure data-chart> of the page from the JSON block inside it.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { districtOption } from "./districtChart.js";
import { flipOnClick } from "./flip.js";
import { theme } from "./theme.js";
import { trendOption } from "./trendChart.js";

use([BarChart, LineChart, GridComponent, SVGRenderer]);

flipOnClick();
await document.fonts.ready;
const optionOf = { districts: districtOption, trend: trendOption };

for (const figure of document.querySelectorAll("figure[data-chart]")) {
  const canvas = figure.querySelector("[data-canvas]");
  const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
  const option = optionOf[figure.dataset.chart];
  const height = data.rows ? data.rows.length * 42 + 8 : 360;
  const chart = init(canvas, null, { renderer: "svg", height });
  const draw = () => {
    chart.setOption(option(data, theme, canvas.clientWidth), true);
    // With a view box the drawing shrinks with the sheet when it is printed.
    canvas.querySelector("svg").setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  };
  draw();
  new ResizeObserver(() => {
    chart.resize();
    draw();
  }).observe(canvas);
}
