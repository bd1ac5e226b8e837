namespace Analytics.Warehouse.Indicators;

/// <summary>For whom a figure is. Codes: <c>internal</c>, <c>public</c>.</summary>
public enum Audience
{
    /// <summary>The office: sees everything.</summary>
    Internal = 1,

    /// <summary>Everybody: small numbers are hidden, and what they could be computed from.</summary>
    Public = 2,
}
