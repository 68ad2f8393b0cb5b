package io.moorage.simulators.phone;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.StringJoiner;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a call says, a line for each time. */
record Speech(@Nullable String language, String text) {

    /** Empty if it isn't a document with something to say. */
    static Optional<Speech> ofTwiml(String twiml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the usual one prints every mistake
            Element response =
                    builder.parse(new InputSource(new StringReader(twiml))).getDocumentElement();
            NodeList says = response.getElementsByTagName("Say");
            if (!response.getTagName().equals("Response") || says.getLength() == 0) {
                return Optional.empty();
            }
            StringJoiner text = new StringJoiner("\n");
            for (int i = 0; i < says.getLength(); i++) {
                text.add(says.item(i).getTextContent());
            }
            String voice = ((Element) says.item(0)).getAttribute("language");
            return Optional.of(new Speech(PhoneMessage.language(voice), text.toString()));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has an XML parser", e);
        }
    }

    /** @param loop how often it is said */
    static Speech ofTalk(@Nullable String language, String text, int loop) {
        StringJoiner all = new StringJoiner("\n");
        for (int i = 0; i < Math.max(1, loop); i++) {
            all.add(text);
        }
        return new Speech(PhoneMessage.language(language), all.toString());
    }
}
