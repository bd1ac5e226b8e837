using System.ComponentModel.DataAnnotations;

namespace Analytics.Etl.Loading;

/// <summary>How loads go on beside each other (section <c>Loading</c>).</summary>
public sealed class LoadingOptions
{
    /// <summary>How long a worker that no longer answers keeps others from its unit, in seconds. Living workers prolong their leases six times as often.</summary>
    [Range(3, 3600)]
    public int LeaseSeconds { get; set; } = 120;
}
