using System.Resources;

namespace Analytics.Etl.Targets.Upload;

/// <summary>Sentences about uploaded plans (<c>Texts/Targets*.resx</c>).</summary>
internal static class UploadTexts
{
    public static ResourceManager Resources { get; } = new("Analytics.Etl.Texts.Targets", typeof(UploadTexts).Assembly);
}
