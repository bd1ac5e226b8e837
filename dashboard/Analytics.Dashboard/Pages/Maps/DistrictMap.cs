using Analytics.Dashboard.Pages.Maps.Layers;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Maps;

/// <summary>One indicator by district on a map: rates and averages as colour, counts and sums as circles. Drawn on the server.</summary>
/// <param name="Title">Indicator and unit.</param>
/// <param name="Summary">The map in words.</param>
/// <param name="Reading">How it is read.</param>
/// <param name="Tiles">The tile map, which is always there.</param>
/// <param name="Shapes">The map in boundaries, where a layer is in force; the tile map then serves on telephones.</param>
/// <param name="Classes">Key of colours and patterns.</param>
/// <param name="Circles">Key of circles; empty on a map of colours.</param>
public sealed record DistrictMap(
    string Title, string Summary, string Reading, TileMap Tiles, ShapeMap? Shapes, IReadOnlyList<LegendClass> Classes, IReadOnlyList<LegendCircle> Circles)
{
    /// <param name="indicator">Indicator drawn, among those of the answer.</param>
    /// <param name="answer">The page's figures.</param>
    /// <param name="history">Answer to <see cref="MapFigures.Of"/>.</param>
    /// <param name="layers">Layers of the office.</param>
    /// <param name="request">The page's request.</param>
    /// <param name="marks">Notes of the page.</param>
    public static DistrictMap Of(Indicator indicator, IndicatorAnswer answer, IndicatorAnswer history, MapLayers layers, PageRequest request, NoteMarks marks)
    {
        var language = request.Language;
        var scale = MapScale.Of(indicator, MapFigures.Values(history), answer, language);
        var values = answer.Query.Territories.Where(territory => territory.Kind != TerritoryKind.Region).Select(territory => answer[indicator, territory]).ToList();
        var units = values.ConvertAll(value => (Value: value, Unit: Unit(value, scale, request, marks)));
        var isToday = values.Exists(value => value.Land is not null);
        var day = isToday ? Territories.Shipped.Changes.Max(change => change.ChangedOn) : request.Query.Period.LastDay;
        var placed = units.ConvertAll(one => (one.Unit, LandOf(one.Value, day)));
        return new DistrictMap(
            language.Page("map.title", language.Name(indicator), scale.Figures.Unit),
            MapSummary.Of(values, scale.Figures, language, request.Query.Period.LastDay),
            language.Page(scale.IsColoured ? "map.reading.colour" : "map.reading.circle"),
            TileMap.Of(placed),
            layers.On(day) is { } layer ? ShapeMap.Of(layer, placed) : null,
            [.. scale.Classes(language), .. States(units.Select(one => one.Value.Figure.State), language)],
            scale.Circles(language));
    }

    private static MapUnit Unit(IndicatorValue value, MapScale scale, PageRequest request, NoteMarks marks)
    {
        var language = request.Language;
        IReadOnlyList<TilePlace> together = [.. (value.Land?.Units ?? [value.Territory]).Select(TileLayout.Of)];
        var cell = FigureCell.Of(value, scale.Figures, language, marks);
        var figure = cell.Number is { } number ? $"{number}{Language.NoBreakSpace}{scale.Figures.Unit}{(cell.Parts is null ? "" : $" ({cell.Parts})")}" : language.Name(value.Figure.State);
        return new MapUnit(
            value.Territory.Slug,
            string.Join(" + ", together.Select(place => place.Name(language))),
            string.Join(" + ", together.Select(place => place.ShortName(language))),
            cell.Number ?? IndicatorTexts.Absent,
            scale.ClassOf(value.Figure),
            scale.RadiusOf(value.Figure),
            string.Join(". ", [$"{value.Name(language.Code, request.Query.Period.LastDay)}: {figure}", .. cell.FigureMarks.Select(mark => mark.Text.TrimEnd('.'))]) + ".",
            request.Query.WithoutView().Link($"/districts/{value.Territory.Slug}", language),
            cell.FigureMarks);
    }

    // All land that the unit held on the day, also what became a district of its own later.
    private static IReadOnlyList<Territory> LandOf(IndicatorValue value, DateOnly day) =>
        [.. (value.Land ?? Territories.Shipped.Land.LandOf(value.Territory, day)).Units.Prepend(value.Territory).Distinct()];

    private static IEnumerable<LegendClass> States(IEnumerable<ValueState> states, Language language) => states
        .Where(state => state is not (ValueState.Measured or ValueState.Zero))
        .Distinct()
        .Order()
        .Select(state => new LegendClass(state.Code(), language.Name(state)));
}
