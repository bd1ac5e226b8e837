namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>One entry of <c>Map:Layers</c>: a GeoJSON file of the office and the time in which its boundaries were in force.</summary>
public sealed class LayerSettings
{
    /// <summary>The file; a path that is not rooted is below the data directory.</summary>
    public string? Path { get; set; }

    /// <summary>First day, <c>2018-01-01</c>; none: since ever.</summary>
    public string? From { get; set; }

    /// <summary>Last day; none: until today and on.</summary>
    public string? To { get; set; }

    /// <summary>Property of a feature that tells which district it is.</summary>
    public string CodeProperty { get; set; } = "kato";

    /// <summary>What stands in it: <c>kato</c>, <c>slug</c> or <c>name</c>.</summary>
    public string CodeKind { get; set; } = "kato";

    /// <summary>Districts of codes that the file writes in its own way: code to slug. They go before what the code means otherwise.</summary>
    public Dictionary<string, string> Codes { get; set; } = [];

    /// <summary>Whose the boundaries are and under which licence; stands beneath the map.</summary>
    public string? Attribution { get; set; }
}
