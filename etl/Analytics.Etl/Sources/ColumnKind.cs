namespace Analytics.Etl.Sources;

/// <summary>Kinds of contract column; docs/contracts.md tells the types and rules of each.</summary>
public enum ColumnKind
{
    /// <summary>The row's own number.</summary>
    RowId = 1,
    Date = 2,

    /// <summary>Whole tiyn.</summary>
    Money = 3,
    Count = 4,
    Flag = 5,

    /// <summary>KATO code of a district or region.</summary>
    District = 6,

    /// <summary>KATO code of a settlement, or nothing.</summary>
    Settlement = 7,

    /// <summary>One of a few words.</summary>
    Code = 8,

    /// <summary>Short text without personal data.</summary>
    Label = 9,

    /// <summary>Who it is: leaves the load only as a key.</summary>
    Identifier = 10,
}
