package dev.backstep.io.picture;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A part of a vector picture. It is put together where the picture is known, and written, with its
 * images encoded, where there is time.
 */
public final class SvgElement {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<SvgElement> children = new ArrayList<>();
  private String text = "";
  private @Nullable Pixels image;

  public SvgElement(String name) {
    this.name = name;
  }

  /** A whole picture of a size. */
  public static SvgElement picture(double width, double height) {
    return new SvgElement("svg")
        .with("xmlns", NAMESPACE)
        .with("version", "1.1")
        .with("width", width)
        .with("height", height)
        .with("viewBox", "0 0 " + number(width) + " " + number(height));
  }

  /** An image, shown in a rectangle. */
  public static SvgElement image(Pixels pixels, double x, double y, double width, double height) {
    SvgElement element =
        new SvgElement("image")
            .with("x", x)
            .with("y", y)
            .with("width", width)
            .with("height", height)
            .with("preserveAspectRatio", "none");
    element.image = pixels;
    return element;
  }

  public SvgElement with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  public SvgElement with(String attribute, double value) {
    return with(attribute, number(value));
  }

  public SvgElement withText(String words) {
    text = words;
    return this;
  }

  /** Adds a child after the others. */
  public SvgElement add(SvgElement child) {
    children.add(child);
    return this;
  }

  /** The number of elements in it, itself included. */
  public int count() {
    return 1 + children.stream().mapToInt(SvgElement::count).sum();
  }

  /** At most three decimals: a thousandth of a pixel cannot be seen. */
  public static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** The document that this element is the root of, as UTF-8. */
  public byte[] document() {
    StringWriter written = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(written);
      xml.writeStartDocument("UTF-8", "1.0");
      write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return written.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
    if (children.isEmpty() && text.isEmpty()) {
      xml.writeEmptyElement(name);
      writeAttributes(xml);
      return;
    }
    xml.writeStartElement(name);
    writeAttributes(xml);
    xml.writeCharacters(text);
    for (SvgElement child : children) {
      child.write(xml);
    }
    xml.writeEndElement();
  }

  private void writeAttributes(XMLStreamWriter xml) throws XMLStreamException {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      xml.writeAttribute(attribute.getKey(), attribute.getValue());
    }
    if (image != null) {
      // Programs before SVG 2 know only the name with the prefix.
      xml.writeAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
      String data = Base64.getEncoder().encodeToString(image.png());
      xml.writeAttribute("xlink:href", "data:image/png;base64," + data);
    }
  }
}
