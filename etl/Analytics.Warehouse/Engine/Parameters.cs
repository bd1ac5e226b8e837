using ClickHouse.Driver.ADO.Parameters;

namespace Analytics.Warehouse.Engine;

/// <summary>Parameters of a ClickHouse statement, <c>{name:Type}</c> in its text.</summary>
public static class Parameters
{
    public static ClickHouseParameterCollection Of(params ReadOnlySpan<(string Name, object Value)> values)
    {
        var parameters = new ClickHouseParameterCollection();
        foreach (var (name, value) in values)
        {
            parameters.Add(new ClickHouseDbParameter { ParameterName = name, Value = value });
        }

        return parameters;
    }
}
