using System.Buffers;

namespace Analytics.Reports.Extracts;

/// <summary>Texts that stand in many cells and are written once. It holds a bounded number; all others stand in their cells.</summary>
internal sealed class SharedTexts
{
    private const int Most = 20_000;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>Place of a text, or null when there is no room for another.</summary>
    public int? Find(string text)
    {
        if (places.TryGetValue(text, out var place))
        {
            return place;
        }

        if (places.Count == Most)
        {
            return null;
        }

        places.Add(text, places.Count);
        return places.Count - 1;
    }

    /// <summary>Writes the part of the file that holds them.</summary>
    public void Write(ArrayBufferWriter<byte> buffer)
    {
        buffer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        foreach (var text in places.OrderBy(place => place.Value).Select(place => place.Key))
        {
            buffer.Write("<si><t xml:space=\"preserve\">"u8);
            XmlText.Write(buffer, text);
            buffer.Write("</t></si>"u8);
        }

        buffer.Write("</sst>"u8);
    }
}
