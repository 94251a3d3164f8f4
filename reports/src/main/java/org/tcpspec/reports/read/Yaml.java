package org.tcpspec.reports.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML document as a tree that knows its lines, so that whatever is wrong can be pointed at.
 *
 * @param where the file, for people
 */
record Yaml(String where, Node root) {

    /** A node and the line on which it begins, counted from 1. */
    sealed interface Node {
        int line();
    }

    record Scalar(String text, int line) implements Node {}

    record Sequence(List<Node> items, int line) implements Node {}

    record Mapping(Map<String, Node> entries, Map<String, Integer> keyLines, int line) implements Node {}

    /** Reads {@code url}. An empty file is an empty mapping. */
    static Yaml read(URL url) {
        String where = nameOf(url);
        YAMLFactory factory = new YAMLFactoryBuilder(new YAMLFactory())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (InputStream in = url.openStream();
                JsonParser parser = factory.createParser(in)) {
            JsonToken first = parser.nextToken();
            Node root = first == null || first == JsonToken.VALUE_NULL
                    ? new Mapping(Map.of(), Map.of(), 1)
                    : node(parser, where);
            return new Yaml(where, root);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new BrokenInputException(where + ":" + line + ": this is not readable YAML: " + problem(e) + ".", e);
        } catch (IOException e) {
            throw new BrokenInputException(where + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** The parser tells what it was doing, where, what it met, and where that was: an indented line is a place. */
    private static String problem(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharConversionException) {
                return "it is no UTF-8 text";
            }
        }
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .reduce((first, second) -> second)
                .orElse("it ends too early")
                .strip();
    }

    /** The path of a file, or the name of a resource inside its jar. */
    static String nameOf(URL url) {
        String path = url.getPath();
        int inJar = path.indexOf("!/");
        return inJar < 0 ? path : path.substring(inJar + 2);
    }

    private static Node node(JsonParser parser, String where) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return mapping(parser, where, line);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, where));
            }
            return new Sequence(List.copyOf(items), line);
        }
        String text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
        return new Scalar(text.strip(), line);
    }

    private static Node mapping(JsonParser parser, String where, int line) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Integer> keyLines = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            keyLines.put(key, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            entries.put(key, node(parser, where));
        }
        return new Mapping(entries, keyLines, line);
    }

    /** What is wrong at {@code node}, with file and line. */
    BrokenInputException wrong(Node node, String sentence) {
        return wrong(node.line(), sentence);
    }

    BrokenInputException wrong(int line, String sentence) {
        return new BrokenInputException(where + ":" + line + ": " + sentence);
    }

    Mapping mapping(Node node, String what) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        if (node instanceof Scalar scalar && scalar.text().isEmpty()) {
            return new Mapping(Map.of(), Map.of(), node.line());
        }
        throw wrong(node, what + " must be a mapping of names to values.");
    }

    List<Node> items(Node node, String what) {
        if (node instanceof Sequence sequence) {
            return sequence.items();
        }
        if (node instanceof Scalar scalar && scalar.text().isEmpty()) {
            return List.of();
        }
        throw wrong(node, what + " must be a list.");
    }

    /** One text, or a list of texts. */
    List<String> oneOrMore(Node node, String what) {
        return node instanceof Sequence several
                ? several.items().stream().map(item -> text(item, what)).toList()
                : List.of(text(node, what));
    }

    String text(Node node, String what) {
        if (node instanceof Scalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        throw wrong(node, what + " must be a text that is not empty.");
    }

    /** Refuses keys of {@code mapping} other than {@code known}. */
    void onlyKeys(Mapping mapping, String what, List<String> known) {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                throw wrong(
                        mapping.keyLines().get(key),
                        what + " knows no '" + key + "'" + Nearest.question(key, known) + "; it knows "
                                + String.join(", ", known) + ".");
            }
        }
    }
}
