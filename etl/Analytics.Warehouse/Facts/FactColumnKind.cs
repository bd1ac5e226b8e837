namespace Analytics.Warehouse.Facts;

/// <summary>What a column of facts holds, for those who read rows.</summary>
public enum FactColumnKind
{
    Day = 1,

    /// <summary>Surrogate key of a unit.</summary>
    Territory = 2,

    /// <summary>KATO code of a settlement; 0 where none was told.</summary>
    Settlement = 3,

    /// <summary>Pseudonymous key of a family or person.</summary>
    Key = 4,

    /// <summary>One of a few codes.</summary>
    Code = 5,

    /// <summary>Tenge.</summary>
    Money = 6,

    /// <summary>A count, or 1 for yes and 0 for no.</summary>
    Number = 7,

    /// <summary>Words of the source.</summary>
    Text = 8,
}
