namespace Analytics.Warehouse.Publications;

/// <summary>A unit of loading that two publications hold of different loads; null where a publication does not hold it.</summary>
public sealed record ReplacedUnit(PublishedUnit? Before, PublishedUnit? After)
{
    public PublishedUnit Either => (After ?? Before)!;
}
