package dev.backstep.check.meaning.sequences;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What programs call their arrays: the usual names for each of ours, the surest first, without case
 * and underscores and with a gradient as {@code d} and the name that it is of.
 */
final class UsualNames {
  private static final Map<String, List<String>> USUAL =
      Map.ofEntries(
          of(
              "x",
              "inputs input x xs xt xseq xids xtrain xbatch batchx xb xin inputids inputseq"
                  + " inputsequence tokens tokenids ids seq sequence src text data word words"
                  + " wordids sentence sent onehotx xonehot xoh trainx inp inps series features"
                  + " captionsin captionin"),
          of(
              "y",
              "targets target y ys ts t labels label ytrue ytrain ybatch batchy yb yids tags tag"
                  + " targetids targetseq tgt trg outputids expected gold onehoty yonehot yoh"
                  + " trainy truth groundtruth answer captionsout captionout"),
          of("captions", "captions caption"),
          of(
              "mask",
              "mask masks padmask paddingmask srckeypaddingmask attentionmask seqmask inputmask"
                  + " stepmask validmask valid steps notpad nonpad xmask"),
          of("loss_mask", "lossmask targetmask ymask lossmasks lossweights sampleweight"),
          of(
              "lengths",
              "lengths length lens len seqlens seqlengths seqlen sequencelengths sequencelength"
                  + " xlens xlengths validlens validlen inputlengths nsteps"),
          of(
              "h0",
              "h0 hprev a0 aprev s0 sprev prevh preva prevs hprevious hinit inith initialh h00"
                  + " hstart state0 initstate initialstate hidden0 inithidden initialhidden"
                  + " inithiddenstate initialhiddenstate hiddenprev prevhidden prevstate"
                  + " hiddenstate0 prevhiddenstate hx stateh hin state hiddenstate hidden h s"),
          of(
              "c0",
              "c0 cprev prevc cprevious cinit initc initialc cstart cell0 initcell initialcell"
                  + " prevcell cellprev cx statec cin cellstate0 cellstate cell c"),
          of(
              "h",
              "hs h ss s as a hstates states hiddenstates hiddens hidden hseq hall allh hlist"
                  + " hvals anext nexth hnext hout out output outputs rnnout rnnoutput lstmout"
                  + " gruout layer1values layer1 hiddenlayer layerhidden hidout hiddenout"),
          of("c", "cs c cstates cellstates cells cell cseq call allc clist cvals cnext nextc cout"),
          of("i", "i is it its igate inputgate gatei ig"),
          of("f", "f fs ft fts fgate forgetgate gatef fg"),
          of(
              "g",
              "g gs gt gts ggate gateg cellgate cct ccts cbar cbars ctilde ctildes chat candidate"
                  + " candidates cand ccand cc"),
          of("gate_o", "gateo o os ot ots ogate outputgate og"),
          of("r", "r rs rt rts rgate resetgate reset gater"),
          of("z", "z zs zt zts zgate updategate update gatez"),
          of(
              "n",
              "n ns nt nts newgate gaten hbar htilde htildes hhat hcand candidate candidates cand"
                  + " g gs"),
          of("hn", "hn"),
          of(
              "o",
              "ps p probs prob o os yhat yhats yp yprob ypred ypreds pred preds predictions"
                  + " prediction probabilities softmax layer2 outputs output out yt ys y"),
          of("e", "e es dys dy deltao deltaoutput dlogits dlogit dscores dscore do dos"),
          of("dh", "dh dhs ds dstates dhidden dhiddens dhstates"),
          of(
              "da",
              "dtanh dhraw dhraws daraw daraws draw da das dz dzs dpre dpreact dpreactivation"
                  + " dtanhs delta deltas deltah layer1deltas"),
          of("dxt", "dxt dx dxs dinputs dinput demb dembed dembedded"),
          of("dh_prev", "dhprev dhprevs dhnexts dhnext daprev daprevs"),
          of("dh_from_later", "dhfromlater dhlater"),
          of("dc", "dc dcs dcstates dcells"),
          of("dc_prev", "dcprev dcprevs dcnexts dcnext"),
          of("da_i", "dai diraw diraws dit dits dipre"),
          of("da_f", "daf dfraw dfraws dft dfts dfpre"),
          of("da_g", "dag dgraw dgraws dcct dccts dgt dgpre dcraw"),
          of("da_o", "dao doraw doraws dot dots dopre"),
          of("da_r", "dar drraw drraws drt drpre"),
          of("da_z", "daz dzraw dzraws dzt dzpre"),
          of("da_n", "dan dnraw dnraws dnt dnpre"),
          of(
              "dh0",
              "dh0 dhprev da0 ds0 daprev dprevh dhinit dinith dhstart dstate dstate0 dinitstate"
                  + " dinitialstate dhidden0 dinithidden dhx dstateh danext dhiddenstate"),
          of("dc0", "dc0 dcprev dprevc dcinit dinitc dcell0 dcx dstatec"),
          of("upstream_dh", "upstreamdh dhupstream dhfromabove"),
          of("upstream_dc", "upstreamdc dcupstream dcnext dnextc dct dclast dcn"),
          of(
              "loss",
              "loss totalloss losssum losses cost costs j lossespert losspert lossperstep"
                  + " losspertimestep l ce nll mse meanloss avgloss losstotal lossvalue lossval"
                  + " trainloss batchloss seqloss celoss crossentropy crossentropyloss totalcost"
                  + " costtotal"),
          of("lr", "lr learningrate alpha eta stepsize"),
          of("chars", "chars vocab vocabulary characters"));

  private static final Set<String> KNOWN =
      USUAL.values().stream().flatMap(List::stream).collect(Collectors.toSet());

  private UsualNames() {}

  private static Map.Entry<String, List<String>> of(String ours, String usual) {
    return Map.entry(ours, List.of(usual.split(" ", -1)));
  }

  /** The usual names for one of ours; its own where there are no others. */
  static List<String> usual(String ours) {
    return USUAL.getOrDefault(ours, List.of(plain(ours)));
  }

  /** Whether something that programs have is called so here. */
  static boolean isOurs(String name) {
    return USUAL.containsKey(name);
  }

  /** Whether it is a name for anything that is known. */
  static boolean isKnown(String plain) {
    return KNOWN.contains(plain);
  }

  /** A name without what programs differ in: {@code model/h0.grad} and {@code dL_dh0} are dh0. */
  static String plain(String name) {
    String rest = name;
    boolean isGradient = false;
    for (String suffix : List.of(".grad", "_grad", "/grad")) {
      if (rest.endsWith(suffix)) {
        rest = rest.substring(0, rest.length() - suffix.length());
        isGradient = true;
      }
    }
    for (String prefix : List.of("grads/", "grad/", "grads.", "grad.", "grad_", "dL_d", "dLd")) {
      if (rest.startsWith(prefix) && rest.length() > prefix.length()) {
        rest = rest.substring(prefix.length());
        isGradient = true;
      }
    }
    rest = rest.substring(1 + Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('.')));
    return (isGradient ? "d" : "")
        + rest.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /** Whether one is a name for the gradient of another, as {@code dseq} and {@code gseq} of seq. */
  static boolean isGradientOf(String name, String other) {
    String gradient = plain(name);
    String of = plain(other);
    return gradient.equals("d" + of)
        || gradient.equals("g" + of)
        || gradient.equals("grad" + of)
        || gradient.equals(of + "grad");
  }
}
