package dev.backstep.io.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgElementTest {
  private static Document parse(SvgElement picture) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(picture.document()));
  }

  @Test
  void whatStandsInItIsEscapedAndReadsBack() throws Exception {
    Document document =
        parse(
            SvgElement.picture(10, 20.5)
                .add(new SvgElement("text").with("x", 1 / 3.0).withText("a < b & “⏎” 😀")));
    Element root = document.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 10 20.5");
    Element text = (Element) root.getElementsByTagName("text").item(0);
    assertThat(text.getTextContent()).isEqualTo("a < b & “⏎” 😀");
    assertThat(text.getAttribute("x")).isEqualTo("0.333");
  }

  @Test
  void anImageStandsInItAsPng() throws Exception {
    Pixels pixels = new Pixels(2, 1, new int[] {0xff112233, 0x80445566});
    Document document = parse(SvgElement.picture(4, 2).add(SvgElement.image(pixels, 0, 0, 4, 2)));
    Element image = (Element) document.getElementsByTagName("image").item(0);
    String data = image.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    assertThat(data).startsWith("data:image/png;base64,");
    byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
    var read = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(read.getRGB(0, 0)).isEqualTo(0xff112233);
    assertThat(read.getRGB(1, 0)).isEqualTo(0x80445566);
  }
}
