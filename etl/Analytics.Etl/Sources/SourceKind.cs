using System.Diagnostics.CodeAnalysis;

namespace Analytics.Etl.Sources;

/// <summary>Kinds of source.</summary>
[SuppressMessage("Design", "CA1069:Enums values should not be duplicated", Justification = "MariaDB is read as MySQL is; people write the name that they know.")]
public enum SourceKind
{
    Sqlite = 1,
    Postgresql = 2,
    Mysql = 3,
    Mariadb = Mysql,
    Sqlserver = 4,

    /// <summary>A folder into which CSV and XLSX files are dropped.</summary>
    Folder = 10,
}
