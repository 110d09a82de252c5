package dev.backstep.check.meaning.names;

import java.util.regex.Pattern;

/** What programs call what is no weight: sequences, states, losses, and gradients of those. */
public final class SequenceNames {
  private static final String STEP =
      "(_?(t|0|prev|next|prevt|nextt|raw|later|from_\\w+|init|last|cur|\\d+)|_[ifgocrznhsmal])*";

  private static final Pattern STATE =
      Pattern.compile(
          "(prev_|next_|init_|initial_|last_)?(h|a|c|s|hidden|state|memory|hs|cs|as|ss)(_?states?)?"
              + STEP
              + "(\\.grad)?");

  private static final Pattern GIVEN =
      Pattern.compile(
          "([xyt]|xs|ys|ts|xt|yt|x_(train|test|batch|t|onehot|one_hot)|y_(train|test|batch|t|true)"
              + "|input|inputs|target|targets|labels?|seq|sequences?|data|text|ids?|tokens?|chars|vocab"
              + "|mask|masks|lengths?|lens|loss|losses|cost|costs|lr|learning_rate|alpha|eta|t"
              + "|batch|sample|char_to_ix|ix_to_char|captions?)"
              + STEP
              + "(\\.grad)?");

  private static final Pattern COMPUTED =
      Pattern.compile(
          "(o|p|z|e|i|f|g|r|n|hn|rh|net|gate|gates|os|ps|zs|es|probs?|preds?|predictions?|y_?hat"
              + "|y_?pred|logits?|outs?|outputs?|scores?|errors?|err|layer_\\d+\\w*|states?_?\\w?|caches?"
              + "|tanh|a|h|c|s|out|output|activations?|memory|(dense|hid|hidden)_out)"
              + STEP
              + "(\\.grad|_grad|_values?|_deltas?)?");

  private static final Pattern OF_GRADIENT =
      Pattern.compile("(d|d_|dl_?d?|grad_?|grads[_/.]|delta_?|g_)(?=.)");

  private SequenceNames() {}

  /** Whether it is called so, or as the gradient of what is called so. */
  public static boolean has(String name) {
    String bare = NameWords.bare(name);
    if (name.length() == 1) {
      return !name.matches("[WUVEABKMQwuvbB]");
    }
    return isOne(bare) || isOne(OF_GRADIENT.matcher(bare).replaceFirst(""));
  }

  private static boolean isOne(String name) {
    return STATE.matcher(name).matches()
        || GIVEN.matcher(name).matches()
        || COMPUTED.matcher(name).matches();
  }

  /** Whether it is called as an input. */
  public static boolean isInput(String name) {
    return NameWords.bare(name)
        .matches("x|xs|xt|x_t|inputs?|x_(train|batch|onehot|one_hot)|seq|data");
  }

  /** Whether it is called as a hidden state. */
  public static boolean isState(String name) {
    return STATE.matcher(NameWords.bare(name)).matches();
  }
}
