/* The step in hand-written loops, all over contiguous rows, so that gcc makes vector code of each. */
#include "contender.h"

static double *states, *errors, *later, *dtanh;

static void prepare(void) {
  states = doubles((T + 1) * H);
  later = doubles(H);
  dtanh = doubles(H);
  errors = doubles(T * V);
}

static inline void add(int n, double a, const double *restrict from, double *restrict to) {
  for (int i = 0; i < n; i++) to[i] += a * from[i];
}

static inline double dot(int n, const double *restrict a, const double *restrict b) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}

/* The loss of one timestep; leaves o − y in e. */
static double output(int t, const double *restrict h, double *restrict e) {
  double largest = -INFINITY, total = 0;
  for (int k = 0; k < V; k++) {
    e[k] = dot(H, h, weights.w3 + k * H) + weights.bo[k];
    if (e[k] > largest) largest = e[k];
  }
  for (int k = 0; k < V; k++) {
    e[k] = exp(e[k] - largest);
    total += e[k];
  }
  for (int k = 0; k < V; k++) e[k] *= 1 / total;
  double loss = -log(e[y[t]]);
  e[y[t]] -= 1;
  return loss;
}

static double forward(void) {
  double loss = 0;
  for (int t = 0; t < T; t++) {
    const double *before = states + t * H;
    double *restrict h = states + (t + 1) * H;
    const double *column = weights.w1 + x[t] * H;
    for (int j = 0; j < H; j++) h[j] = column[j] + weights.bh[j];
    for (int i = 0; i < H; i++) add(H, before[i], weights.w2 + i * H, h);
    for (int j = 0; j < H; j++) h[j] = tanh(h[j]);
    loss += output(t, h, errors + t * V);
  }
  return loss;
}

static void backward(int t) {
  const double *e = errors + t * V, *before = states + t * H, *h = states + (t + 1) * H;
  memcpy(dtanh, later, H * sizeof(double));
  for (int k = 0; k < V; k++) {
    add(H, e[k], weights.w3 + k * H, dtanh);
    add(H, e[k], h, gradients.w3 + k * H);
    gradients.bo[k] += e[k];
  }
  for (int j = 0; j < H; j++) dtanh[j] *= 1 - h[j] * h[j];
  for (int i = 0; i < H; i++) {
    later[i] = dot(H, dtanh, weights.w2 + i * H);
    add(H, before[i], dtanh, gradients.w2 + i * H);
  }
  add(H, 1, dtanh, gradients.w1 + x[t] * H);
  add(H, 1, dtanh, gradients.bh);
}

static double pass(void) {
  double loss = forward();
  memset(gradients.w1, 0, entries * sizeof(double));
  memset(later, 0, H * sizeof(double));
  for (int t = T - 1; t >= 0; t--) backward(t);
  return loss;
}
