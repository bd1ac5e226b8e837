namespace Analytics.Reports.Charts;

/// <summary>A part of a bar, in percent of the drawing's width.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Tone">Its colour in the key: 1 the accent, 2 grey, 3 the track, 4 the bright accent.</param>
public sealed record DrawnPart(double Start, double Length, int Tone);
