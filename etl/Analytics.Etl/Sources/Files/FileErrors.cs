using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Files;

/// <summary>Errors of a file's rows: all are counted, the first <see cref="FileFindings.MostErrors"/> are kept.</summary>
internal sealed class FileErrors(TableShape shape)
{
    private readonly List<FileError> kept = [];
    private readonly IReadOnlyList<ContractColumn> contract = shape.Mapping.Process.Columns;

    public IReadOnlyList<FileError> Kept => kept;

    public long Count { get; private set; }

    public void Add(IEnumerable<FileError> errors)
    {
        foreach (var error in errors)
        {
            Count++;
            if (kept.Count < FileFindings.MostErrors)
            {
                kept.Add(error);
            }
        }
    }

    /// <summary>What is wrong with the current row. What only follows from another error of the row is left out.</summary>
    public void Add(DataRows rows, IReadOnlyList<Rejection> rejections)
    {
        var isUndated = rejections.Any(rejection => rejection.Column == shape.Mapping.Process.PeriodColumn);
        Add(rejections
            .Where(rejection => !isUndated || rejection.Rule is not ("district_not_in_force" or "district_outside_region" or "decided_before_received"))
            .DistinctBy(rejection => rejection.Column)
            .Select(rejection =>
            {
                var position = Enumerable.Range(0, contract.Count).First(column => contract[column].Name == rejection.Column);
                var rule = rows.At(position).Kind == TableCellKind.Error ? "cell_error" : rejection.Rule;
                return new FileError(rule, shape.Sheet, rows.Row, shape.Columns[position], shape.Headers[position]);
            }));
    }
}
