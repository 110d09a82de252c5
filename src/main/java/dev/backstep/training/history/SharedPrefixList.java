package dev.backstep.training.history;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A list that only grows, on one thread, and can be handed to another as it is now without being
 * copied: places that were filled once are never written again.
 *
 * @param <E> immutable
 */
final class SharedPrefixList<E> {
  private static final int FIRST_ROOM = 16;

  private Object[] elements;
  private int size;

  /** One that has some elements already, which are copied. */
  SharedPrefixList(Collection<E> before) {
    size = before.size();
    elements = Arrays.copyOf(before.toArray(), Math.max(FIRST_ROOM, size));
  }

  void add(E element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = element;
  }

  /** Takes no time; it never changes, whatever is added later. */
  List<E> asOfNow() {
    return new Prefix<>(elements, size);
  }

  /** The first elements of an array in which only later places are written. */
  private static final class Prefix<E> extends AbstractList<E> implements RandomAccess {
    private final Object[] elements;
    private final int size;

    Prefix(Object[] elements, int size) {
      this.elements = elements;
      this.size = size;
    }

    // Only elements are put in there.
    @SuppressWarnings("unchecked")
    @Override
    public E get(int index) {
      return (E) elements[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
