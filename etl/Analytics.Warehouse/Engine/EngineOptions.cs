using System.ComponentModel.DataAnnotations;

namespace Analytics.Warehouse.Engine;

/// <summary>Settings of the embedded engine (section <c>Engine</c>).</summary>
public sealed class EngineOptions
{
    /// <summary>Port wished for; another is taken when it is not free. 0: any.</summary>
    [Range(0, 65535)]
    public int HttpPort { get; set; } = 18123;

    /// <summary>Memory that the engine may use, in megabytes.</summary>
    [Range(512, 4_194_304)]
    public int MemoryLimitMegabytes { get; set; } = 4096;

    /// <summary>How long a start may take before it counts as failed.</summary>
    [Range(1, 600)]
    public int StartTimeoutSeconds { get; set; } = 60;

    /// <summary>The program that is started as the child; by default this one.</summary>
    public string? Executable { get; set; }
}
