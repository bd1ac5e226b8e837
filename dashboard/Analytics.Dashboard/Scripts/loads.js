// Live progress of the runs at work: asks the API every two seconds and loads the page anew when one has ended.
const every = 2000;
const numbers = new Intl.NumberFormat(document.documentElement.lang);
const runs = new Map([...document.querySelectorAll("[data-run]")].map((section) => [Number(section.dataset.run), section]));

const fill = (template, ...values) => template.replace(/\{(\d)\}/g, (_, place) => values[Number(place)]);

function left(texts, seconds) {
  if (seconds < 90) {
    return fill(texts.seconds, numbers.format(seconds));
  }

  return seconds < 5400 ? fill(texts.minutes, numbers.format(Math.round(seconds / 60))) : fill(texts.hours, numbers.format(Math.round(seconds / 360) / 10));
}

function words(texts, run) {
  if (run.state === "queued") {
    return texts.waits;
  }

  if (run.units === 0) {
    return texts.looks;
  }

  if (run.unitsDone === run.units) {
    return texts.publishes;
  }

  const counts = [run.unitsDone, run.units, run.rowsDone, run.rows, run.rowsPerSecond].map((value) => numbers.format(value));
  const text = fill(texts.progress, ...counts);
  return run.secondsLeft === null ? text : `${text} · ${fill(texts.left, left(texts, run.secondsLeft))}`;
}

function show(section, run) {
  const bar = section.querySelector("progress");
  bar.max = Math.max(1, run.rows);
  bar.value = run.rowsDone;
  if (!run.cancelRequested) {
    const text = section.querySelector("[data-run-text]");
    text.textContent = words(text.dataset, run);
  }
}

async function ask() {
  let answer;
  try {
    const response = await fetch(new URL("/api/v1/loads", document.baseURI), { headers: { Accept: "application/json" } });
    answer = response.ok ? await response.json() : null;
  } catch {
    answer = null;
  }

  // A server that cannot answer now may answer later; the page stays as it is until then.
  const known = new Map((answer?.runs ?? []).map((run) => [run.run, run]));
  let ended = false;
  for (const [number, section] of runs) {
    const run = known.get(number);
    if (run) {
      show(section, run);
      ended ||= run.state !== "queued" && run.state !== "running";
    }
  }

  if (ended) {
    location.reload();
  } else {
    setTimeout(ask, every);
  }
}

if (runs.size > 0) {
  setTimeout(ask, every);
}
