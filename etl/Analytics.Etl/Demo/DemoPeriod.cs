namespace Analytics.Etl.Demo;

/// <summary>The span of days that is written.</summary>
internal sealed class DemoPeriod(DemoOptions options)
{
    private readonly DateOnly _from = options.FromMonth;
    private readonly DateOnly _end = options.ToMonth.AddMonths(1);

    public bool Includes(DateOnly day) => day >= _from && day < _end;

    /// <summary>Yearly rows belong to every period that touches their year.</summary>
    public bool IncludesPartOf(int year) => year >= _from.Year && year <= _end.AddDays(-1).Year;
}
