/**
 * From a text file to numbers: a {@link dev.backstep.text.Corpus} of {@link
 * dev.backstep.text.Sequence}s over one {@link dev.backstep.text.Vocabulary}, and every refusal of
 * bad input in one sentence.
 */
@NullMarked
package dev.backstep.text;

import org.jspecify.annotations.NullMarked;
