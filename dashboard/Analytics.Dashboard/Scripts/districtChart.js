/** Bars by district: this year over last year, one zero baseline, the figures written at the bars. */
export function districtOption(data, theme, width) {
  const narrow = width < 560;
  const label = (color, weight, labels) => ({
    show: true,
    position: "right",
    distance: 6,
    color,
    fontFamily: theme.font,
    fontSize: theme.small,
    fontWeight: weight,
    formatter: ({ dataIndex }) => labels[dataIndex],
  });
  const values = (name) => data.rows.map((row) => row[name] ?? 0);

  return {
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily: theme.font },
    grid: { left: narrow ? 174 : 208, right: narrow ? 84 : 116, top: 4, bottom: 4 },
    xAxis: { type: "value", min: 0, show: false },
    yAxis: {
      type: "category",
      inverse: true,
      // A long first word would be cut within itself: it breaks at its hyphen.
      data: data.rows.map(({ name }) => (narrow && name.length > 24 ? name.replace("-", "-\n") : name)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.muted } },
      axisLabel: { color: theme.text, fontFamily: theme.font, fontSize: theme.small, width: narrow ? 168 : 196, overflow: "break", lineHeight: 15 },
    },
    series: [
      {
        type: "bar",
        silent: true,
        barWidth: 16,
        barGap: "6%",
        itemStyle: { color: theme.accent },
        data: values("value"),
        label: label(theme.text, 600, data.rows.map((row) => row.label)),
      },
      {
        type: "bar",
        silent: true,
        barWidth: 11,
        itemStyle: { color: theme.past },
        data: values("last"),
        label: label(theme.muted, 400, data.rows.map((row) => row.lastLabel)),
      },
    ],
  };
}
