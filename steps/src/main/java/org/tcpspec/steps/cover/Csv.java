package org.tcpspec.steps.cover;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values with quotes as RFC 4180 has them. */
final class Csv {

    private Csv() {}

    /** The lines that are not empty, each as its fields. */
    static List<List<String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\n' && c != '\r') {
                field.append(c);
            } else if (c == ',') {
                line.add(take(field));
            } else if (c == '\n') {
                line.add(take(field));
                lines.add(line);
                line = new ArrayList<>();
            }
        }
        if (!line.isEmpty() || !field.isEmpty()) {
            line.add(take(field));
            lines.add(line);
        }
        lines.removeIf(l -> l.equals(List.of("")));
        return lines;
    }

    private static String take(StringBuilder field) {
        String taken = field.toString();
        field.setLength(0);
        return taken;
    }
}
