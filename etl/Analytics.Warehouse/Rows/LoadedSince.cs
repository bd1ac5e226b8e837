namespace Analytics.Warehouse.Rows;

/// <summary>A unit whose rows are not those of the publication any more.</summary>
/// <param name="Source">Source.</param>
/// <param name="Process">Business process.</param>
/// <param name="Period">Month or year.</param>
/// <param name="Published">Load whose rows were published; 0 when none was.</param>
/// <param name="Now">Load whose rows are in the warehouse now.</param>
public sealed record LoadedSince(string Source, string Process, string Period, long Published, long Now);
