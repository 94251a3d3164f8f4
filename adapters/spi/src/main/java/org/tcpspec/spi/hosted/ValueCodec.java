package org.tcpspec.spi.hosted;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.SegmentCodec;

/**
 * Values on their way between two processes of this kit: records and enums of {@code org.tcpspec.spi}, and what they
 * are made of. Both ends are of the same build, so the format has no version and promises nothing.
 */
final class ValueCodec {

    private static final String HOME = "org.tcpspec.spi.";
    private static final Map<String, Class<?>> CLASSES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private enum Kind {
        BOOLEAN,
        INT,
        LONG,
        STRING,
        OCTETS,
        PACKET,
        ADDRESS,
        ABSENT,
        PRESENT,
        LIST,
        MAP,
        ENUM,
        RECORD
    }

    /** How a record is taken apart and made; to ask its class each time takes longer than all the rest. */
    private record Shape(List<Method> accessors, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(
                        Arrays.stream(components)
                                .map(RecordComponent::getAccessor)
                                .toList(),
                        type.getConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record has its canonical constructor", e);
            }
        }
    }

    private ValueCodec() {}

    static void write(DataOutput out, Object value) throws IOException {
        if (value instanceof Boolean b) {
            kind(out, Kind.BOOLEAN).writeBoolean(b);
        } else if (value instanceof Integer i) {
            kind(out, Kind.INT).writeInt(i);
        } else if (value instanceof Long l) {
            kind(out, Kind.LONG).writeLong(l);
        } else if (value instanceof String s) {
            kind(out, Kind.STRING).writeUTF(s);
        } else if (value instanceof Bytes bytes) {
            octets(kind(out, Kind.OCTETS), bytes.toArray());
        } else if (value instanceof Packet packet) {
            octets(kind(out, Kind.PACKET), packet.octets().toArray());
        } else if (value instanceof InetAddress address) {
            octets(kind(out, Kind.ADDRESS), address.getAddress());
        } else if (value instanceof Optional<?> optional) {
            kind(out, optional.isPresent() ? Kind.PRESENT : Kind.ABSENT);
            if (optional.isPresent()) {
                write(out, optional.get());
            }
        } else if (value instanceof List<?> list) {
            kind(out, Kind.LIST).writeInt(list.size());
            for (Object element : list) {
                write(out, element);
            }
        } else if (value instanceof Map<?, ?> map) {
            kind(out, Kind.MAP).writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(out, entry.getKey());
                write(out, entry.getValue());
            }
        } else if (value instanceof Enum<?> constant) {
            kind(out, Kind.ENUM).writeUTF(shortName(constant.getDeclaringClass()));
            out.writeUTF(constant.name());
        } else if (value instanceof Record record) {
            record(kind(out, Kind.RECORD), record);
        } else {
            throw new IllegalArgumentException("no value of the SPI: " + value);
        }
    }

    static Object read(DataInput in) throws IOException {
        return switch (Kind.values()[in.readByte()]) {
            case BOOLEAN -> in.readBoolean();
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case STRING -> in.readUTF();
            case OCTETS -> Bytes.of(octets(in));
            case PACKET -> SegmentCodec.decode(Bytes.of(octets(in)));
            case ADDRESS -> InetAddress.getByAddress(octets(in));
            case ABSENT -> Optional.empty();
            case PRESENT -> Optional.of(read(in));
            case LIST -> list(in);
            case MAP -> map(in);
            case ENUM -> constant(in);
            case RECORD -> record(in);
        };
    }

    private static DataOutput kind(DataOutput out, Kind kind) throws IOException {
        out.writeByte(kind.ordinal());
        return out;
    }

    private static void octets(DataOutput out, byte[] octets) throws IOException {
        out.writeInt(octets.length);
        out.write(octets);
    }

    private static byte[] octets(DataInput in) throws IOException {
        byte[] octets = new byte[in.readInt()];
        in.readFully(octets);
        return octets;
    }

    private static List<Object> list(DataInput in) throws IOException {
        int size = in.readInt();
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(read(in));
        }
        return list;
    }

    private static Map<Object, Object> map(DataInput in) throws IOException {
        int size = in.readInt();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = read(in);
            map.put(key, read(in));
        }
        return map;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(DataInput in) throws IOException {
        Class<?> type = named(in.readUTF());
        return Enum.valueOf((Class) type, in.readUTF());
    }

    private static Shape shape(Class<?> type) {
        return SHAPES.computeIfAbsent(type, Shape::of);
    }

    private static void record(DataOutput out, Record record) throws IOException {
        out.writeUTF(shortName(record.getClass()));
        for (Method accessor : shape(record.getClass()).accessors()) {
            try {
                write(out, accessor.invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record of the SPI is public", e);
            }
        }
    }

    private static Object record(DataInput in) throws IOException {
        Shape shape = shape(named(in.readUTF()));
        Object[] components = new Object[shape.accessors().size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = read(in);
        }
        try {
            return shape.constructor().newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of the SPI is public", e);
        }
    }

    private static String shortName(Class<?> type) {
        if (!type.getName().startsWith(HOME)) {
            throw new IllegalArgumentException("no value of the SPI: " + type);
        }
        return type.getName().substring(HOME.length());
    }

    /** Nothing outside the SPI is ever made of what a child says. */
    private static Class<?> named(String name) {
        return CLASSES.computeIfAbsent(name, n -> {
            try {
                return Class.forName(HOME + n);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("both processes are of one build", e);
            }
        });
    }
}
