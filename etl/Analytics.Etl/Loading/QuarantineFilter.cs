namespace Analytics.Etl.Loading;

/// <summary>Which rejected rows are wanted; what is empty does not limit.</summary>
public sealed record QuarantineFilter(string Source, string Process, string Rule)
{
    public bool Takes(QuarantineCount count) =>
        (Source.Length == 0 || Source == count.Source) && (Process.Length == 0 || Process == count.Process) && (Rule.Length == 0 || Rule == count.Rule);
}
