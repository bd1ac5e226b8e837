using Analytics.Etl.Loading;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Html;

namespace Analytics.Dashboard.Pages.Loads;

/// <summary>Runs, units and rules in words.</summary>
public static class LoadTexts
{
    public static string StateName(this Language language, CellState state) => language.Page($"data.state.{state.Code()}");

    public static string ProcessName(this Language language, string process) => language.Page($"process.{process}");

    /// <summary>A unit's period: a month, a year, or the rows without a date.</summary>
    public static string PeriodName(this Language language, string period) => Period.TryParse(period, out var known)
        ? language.Name(known)
        : language.Page("data.undated");

    public static string KindName(this Language language, RunKind kind) => language.Page($"run.kind.{kind.Code()}");

    public static string RunStateName(this Language language, RunState state) => language.Page($"run.state.{state.Code()}");

    /// <summary>What came of a run: its state, or what a check found.</summary>
    public static string ResultName(this Language language, LoadRunRow run) => run switch
    {
        { Kind: RunKind.Check, State: RunState.Done, UnitsTotal: 0 } => language.Page("run.quiet"),
        { Kind: RunKind.Check, State: RunState.Done, UnitsDone: 0 } => language.PageCount("run.differ", run.UnitsTotal),
        _ => language.RunStateName(run.State),
    };

    public static string UnitStateName(this Language language, RunUnitState state) => language.Page($"run.unit.{state.Code()}");

    /// <summary>Who asked for a run.</summary>
    public static string RequestedBy(this Language language, LoadRunRow run) =>
        run.RequestedBy is RunRequest.Schedule or RunRequest.Terminal or RunRequest.Page ? language.Page($"run.by.{run.RequestedBy}") : run.RequestedBy;

    /// <summary>What a run is about: <c>social · Выплаты АСП · 2020-01 – 2020-12</c>.</summary>
    public static string ScopeName(this Language language, LoadRunRow run)
    {
        var process = run.Process is { } name ? language.ProcessName(name) : null;
        var range = (run.FromPeriod, run.ToPeriod) switch
        {
            (null, null) => null,
            var (from, to) when from == to => language.PeriodName(from!),
            var (from, to) => $"{from ?? "…"} – {to ?? "…"}",
        };
        return string.Join(" · ", new[] { run.Source, process, range }.Where(part => part is not null)) is { Length: > 0 } scope ? scope : language.Page("run.scope.all");
    }

    /// <summary>How long a run took, or has taken so far.</summary>
    public static string Duration(this Language language, LoadRunRow run, DateTimeOffset now) =>
        run.StartedAt is { } started ? language.Duration((run.FinishedAt ?? now) - started) : IndicatorTexts.Absent;

    public static string Duration(this Language language, TimeSpan time) => time.TotalSeconds switch
    {
        < 90 => language.Page("duration.seconds", language.Number((decimal)Math.Max(0, time.TotalSeconds), 0)),
        < 5400 => language.Page("duration.minutes", language.Number((decimal)time.TotalMinutes, 0)),
        _ => language.Page("duration.hours", language.Number((decimal)time.TotalHours, 1)),
    };

    /// <summary>How far a run is: units, rows, rate, time left.</summary>
    public static string Progress(this Language language, LoadRunRow run)
    {
        if (run.State == RunState.Queued)
        {
            return language.Page("run.waits");
        }

        if (run.UnitsTotal == 0)
        {
            return language.Page("run.looks");
        }

        if (run.UnitsDone == run.UnitsTotal)
        {
            return language.Page("run.publishes");
        }

        var text = language.Page("run.progress", Number(language, run.UnitsDone), Number(language, run.UnitsTotal), Number(language, run.RowsDone), Number(language, run.RowsTotal), Number(language, run.RowsPerSecond));
        return run.SecondsLeft is { } seconds ? text + " · " + language.Page("run.left", language.Duration(TimeSpan.FromSeconds(seconds))) : text;
    }

    /// <summary>What a rule asks for, or its bare name when it is not known here.</summary>
    public static string RuleText(this Language language, string rule) => language.PageOrNull($"rule.{rule}") ?? rule;

    /// <summary>What went wrong, as the control database keeps it, in the page's language; marked as English when no other language can be told from it.</summary>
    /// <param name="language">Language of the page.</param>
    /// <param name="message">English text.</param>
    /// <param name="json">Code and arguments; empty when there are none.</param>
    public static IHtmlContent Told(this Language language, string message, string json)
    {
        var content = new HtmlContentBuilder();
        return LoadMessage.Read(json, language, language.NameInMessage) is { } told
            ? content.Append(told)
            : content.AppendHtml("<span lang=\"en\">").Append(message).AppendHtml("</span>");
    }

    /// <summary>What went wrong just now, in the page's language.</summary>
    public static IHtmlContent Told(this Language language, LoadMessage message) => language.Told(message.Text, message.Stored.Json);

    // A unit is named as in the heading of its page: Выплаты АСП, март 2025 г. (social).
    private static string NameInMessage(this Language language, object thing) => thing switch
    {
        UnitKey unit => $"{language.KnownProcessName(unit.Process)}, {language.PeriodName(unit.Period.Code)} ({unit.Source})",
        Process process => language.ProcessName(process.Name),
        Rejection rejection => $"{language.RuleText(rejection.Rule).TrimEnd('.')}, {rejection.Column}",
        DateTimeOffset moment => language.Moment(moment),
        _ => Convert.ToString(thing, language.Culture) ?? "",
    };

    // A file that cannot be read yet belongs to no process.
    private static string KnownProcessName(this Language language, string process) => language.PageOrNull($"process.{process}") ?? process;

    private static string Number(Language language, long value) => language.Number(value, 0);
}
