using Analytics.Dashboard.Pages.Tables;

namespace Analytics.Dashboard.Pages.Maps;

/// <summary>A district as a map shows it.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Name that fits into a tile.</param>
/// <param name="ShortName">Name that fits into a tile on a telephone.</param>
/// <param name="Number">The figure as the table writes it, or the sign of one that is not there.</param>
/// <param name="Class">Class of colour or pattern: <c>1</c> to <c>5</c>, <c>count</c>, or the code of the state of an absent figure.</param>
/// <param name="Radius">Radius of its circle; 0 where none is drawn.</param>
/// <param name="Text">All that is to be said of it: full name, figure with its parts or why there is none, notes.</param>
/// <param name="Link">The district's page.</param>
/// <param name="Marks">Marks of the notes that qualify the figure.</param>
public sealed record MapUnit(
    string Slug, string Name, string ShortName, string Number, string Class, double Radius, string Text, string Link, IReadOnlyList<NoteMark> Marks);
