package org.tcpspec.reports.write;

/** Makes text that may hold octets from the wire harmless where it is shown. */
public final class Escape {
    private Escape() {}

    /**
     * Every character that a terminal would obey, that XML forbids or that turns the direction of text becomes
     * {@code \}{@code u} and four hexadecimal digits. Line feeds stay.
     */
    public static String printable(String text) {
        StringBuilder s = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                s.append(c).append(text.charAt(++i));
            } else if (c != '\n' && isHarmful(c)) {
                s.append(String.format("\\u%04x", (int) c));
            } else {
                s.append(c);
            }
        }
        return s.toString();
    }

    private static boolean isHarmful(char c) {
        return Character.isISOControl(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.FORMAT
                || c >= 0x2028 && c <= 0x2029
                || c >= 0xfffe;
    }

    /** As {@link #printable}, on one line. */
    public static String line(String text) {
        return printable(text.replace("\r\n", " ").replace('\n', ' '));
    }

    /** As {@link #printable}, and safe as text or as an attribute of XML, HTML and SVG. */
    public static String xml(String text) {
        return printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * As {@link #printable}, with the signs that begin and end markup replaced by their look-alikes: for what may be
     * shown as HTML or as text, one cannot know.
     */
    public static String withoutMarkup(String text) {
        return printable(text).replace('<', '\u2039').replace('>', '\u203a').replace("&", "\uff06");
    }
}
