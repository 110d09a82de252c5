/* What the contenders in C share: the problem, the clock, the call PROBLEM V H T WARM_UP SECONDS GRADIENTS. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CLIP 5.0
#define LEARNING_RATE 1e-3

static int V, H, T;
static int *x, *y;

/* Weights and gradients, each in one piece: W1 (V,H), W2 (H,H), W3 (V,H), bh (H), bo (V). */
typedef struct {
  double *w1, *w2, *w3, *bh, *bo;
} Net;
static Net weights, gradients;
static int entries;

/* Of the contender. Forward and backward; the gradients are written, not added to. Returns the loss. */
static void prepare(void);
static double pass(void);

static double *doubles(size_t count) {
  double *room = aligned_alloc(64, (count * sizeof(double) + 63) / 64 * 64);
  if (!room) exit(2);
  memset(room, 0, count * sizeof(double));
  return room;
}

static Net net(void) {
  Net n;
  n.w1 = doubles(entries);
  n.w2 = n.w1 + V * H;
  n.w3 = n.w2 + H * H;
  n.bh = n.w3 + V * H;
  n.bo = n.bh + H;
  return n;
}

static void need(int is_right, const char *what) {
  if (is_right) return;
  fprintf(stderr, "%s cannot be read or written as a problem of V = %d, H = %d, T = %d\n", what, V, H, T);
  exit(2);
}

static int *ids(FILE *file, const char *name) {
  int *read = malloc(T * sizeof(int));
  for (int t = 0; t < T; t++) {
    double id;
    need(fread(&id, sizeof id, 1, file) == 1, name);
    read[t] = (int)id;
  }
  return read;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

/* All arrays lie in one piece, so the norm, the clipping and the step are one loop each. */
static double update(void) {
  double loss = pass(), square = 0;
  const double *restrict g = gradients.w1;
  double *restrict w = weights.w1;
  for (int i = 0; i < entries; i++) square += g[i] * g[i];
  double norm = sqrt(square), step = LEARNING_RATE * (norm > CLIP ? CLIP / norm : 1);
  for (int i = 0; i < entries; i++) w[i] -= step * g[i];
  return loss;
}

static volatile double last_loss;

static void timed(double seconds, int is_told) {
  double began = now(), took;
  long updates = 0;
  do {
    last_loss = update();
    updates++;
    took = now() - began;
  } while (took < seconds);
  if (is_told) printf("%ld %.9f\n", updates, took);
}

int main(int count, char **args) {
  if (count != 8) return 2;
  V = atoi(args[2]), H = atoi(args[3]), T = atoi(args[4]);
  entries = 2 * V * H + H * H + H + V;
  weights = net();
  gradients = net();
  FILE *file = fopen(args[1], "rb");
  need(file && fread(weights.w1, sizeof(double), entries, file) == (size_t)entries, args[1]);
  x = ids(file, args[1]);
  y = ids(file, args[1]);
  fclose(file);
  prepare();
  pass();
  file = fopen(args[7], "wb");
  need(file && fwrite(gradients.w1, sizeof(double), entries, file) == (size_t)entries, args[7]);
  fclose(file);
  timed(atof(args[5]), 0);
  timed(atof(args[6]), 1);
  return 0;
}
