namespace Analytics.Warehouse.Targets;

/// <summary>State of a corrective action. Codes: <c>open</c>, <c>done</c>.</summary>
public enum TargetActionState
{
    Open = 1,
    Done = 2,
}
