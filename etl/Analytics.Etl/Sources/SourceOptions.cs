using System.ComponentModel.DataAnnotations;

namespace Analytics.Etl.Sources;

/// <summary>An operational database that is loaded (an entry of section <c>Sources</c>).</summary>
public sealed class SourceOptions
{
    /// <summary>Short name, written into every fact: <c>social</c>.</summary>
    [Required, RegularExpression("^[a-z][a-z0-9_-]{0,62}$", ErrorMessage = "A source's name has small letters, digits, _ and - and begins with a letter.")]
    public string Name { get; set; } = "";

    /// <summary><c>sqlite</c>, <c>postgresql</c>, <c>mysql</c> (or <c>mariadb</c>, the same), <c>sqlserver</c> or <c>folder</c>.</summary>
    public SourceKind Kind { get; set; } = SourceKind.Postgresql;

    /// <summary>Name of its connection string in <c>ConnectionStrings</c>; the account should only be able to read. Of a folder it is the path.</summary>
    [Required]
    public string Connection { get; set; } = "";

    /// <summary>Folder of mapping files: a name below <c>Mappings</c> beside the program, or a path.</summary>
    [Required]
    public string Mapping { get; set; } = "";

    /// <summary>Largest share of rows in quarantine, in percent, with which a unit is still published.</summary>
    [Range(0, 100)]
    public decimal QuarantineThresholdPercent { get; set; } = 1;

    /// <summary>Largest share of a unit's rows, in percent, that may be gone at its next load without an operator's confirmation.</summary>
    [Range(0, 100)]
    public decimal SuddenDropPercent { get; set; } = 50;

    /// <summary>How long the source may be silent, in seconds, before a load gives up.</summary>
    [Range(1, 86_400)]
    public int TimeoutSeconds { get; set; } = 300;

    /// <summary>
    /// Connections that read a big unit at the same time, where the dialect can share a snapshot. Half the processors, because the
    /// source, the engine and the rules of one part keep two busy.
    /// </summary>
    [Range(1, 16)]
    public int ReadParts { get; set; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    /// <summary>Hours after which a table that was not compared with the warehouse counts as stale.</summary>
    [Range(1, 8760)]
    public double FreshnessHours { get; set; } = 26;

    /// <summary>Limits of single tables, by the name of their process; what is not set there is the source's own.</summary>
    public Dictionary<string, TableOptions> Tables { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Largest share of rejected rows of a table, in percent.</summary>
    public decimal QuarantineThresholdOf(string process) => Tables.GetValueOrDefault(process)?.QuarantineThresholdPercent ?? QuarantineThresholdPercent;

    /// <summary>Column of a table that says when a row was last written, or null.</summary>
    public string? UpdatedColumnOf(string process) => Tables.GetValueOrDefault(process)?.UpdatedColumn;

    /// <summary>Largest share of rows of a table's unit that may be gone, in percent.</summary>
    public decimal SuddenDropOf(string process) => Tables.GetValueOrDefault(process)?.SuddenDropPercent ?? SuddenDropPercent;

    /// <summary>Hours after which a table counts as stale.</summary>
    public double FreshnessHoursOf(string process) => Tables.GetValueOrDefault(process)?.FreshnessHours ?? FreshnessHours;
}
