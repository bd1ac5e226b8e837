/** Years laid over each other by month, the year written at the end of its line; a diamond marks a break, a ring a month that is still open. */
export function trendOption(data, theme, width) {
  const narrow = width < 560;
  const colors = [theme.accent, theme.past, theme.past];
  const number = (value) =>
    value.toFixed(value % 1 === 0 ? 0 : 1).replace(".", data.decimalSeparator).replace(/\B(?=(\d{3})+(?!\d))/g, data.groupSeparator);

  return {
    animation: false,
    textStyle: { fontFamily: theme.font },
    grid: { left: 4, right: 48, top: 12, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "category",
      data: data.months,
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.muted } },
      axisLabel: { color: theme.muted, fontSize: theme.small, interval: narrow ? 2 : 0 },
    },
    yAxis: {
      type: "value",
      min: 0,
      splitNumber: 4,
      splitLine: { lineStyle: { color: theme.hairline } },
      axisLabel: { color: theme.muted, fontSize: theme.small, formatter: number },
    },
    series: data.series.map((line, index) => ({
      type: "line",
      name: line.name,
      silent: true,
      z: 10 - index,
      symbol: (value, { dataIndex }) => (line.marks[dataIndex] ? "diamond" : "circle"),
      symbolSize: (value, { dataIndex }) => (line.marks[dataIndex] ? 10 : line.open[dataIndex] ? 9 : index === 0 ? 5 : 3),
      lineStyle: { color: colors[index], width: index === 0 ? 2.5 : 1.5, type: index === 2 ? "dashed" : "solid" },
      itemStyle: { color: colors[index] },
      endLabel: { show: true, formatter: "{a}", color: index === 0 ? theme.accent : theme.muted, fontSize: theme.small, fontWeight: index === 0 ? 600 : 400 },
      labelLayout: { moveOverlap: "shiftY" },
      data: line.values.map((value, month) =>
        line.open[month] ? { value, itemStyle: { color: theme.ground, borderColor: colors[index], borderWidth: 2 } } : value),
    })),
  };
}
