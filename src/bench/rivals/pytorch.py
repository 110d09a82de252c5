"""PyTorch in float64: torch.nn.RNN over the whole sequence and one linear layer, with autograd."""

import torch

from contender import compete
from torch_layer import steps


def pytorch(problem):
    V, H = problem.V, problem.H
    rnn = torch.nn.RNN(V, H).double()
    output = torch.nn.Linear(H, V).double()
    W1, W2, W3, bh, bo = problem.weights
    # It has two biases where the equations have one; the second stays out of it.
    rnn.bias_hh_l0.requires_grad_(False).zero_()
    ours = [rnn.weight_ih_l0, rnn.weight_hh_l0, output.weight, rnn.bias_ih_l0, output.bias]
    passes, update = steps(problem, rnn, output, list(zip(ours, [W1.T, W2.T, W3, bh, bo])))

    def gradients():
        passes()
        dW1, dW2, dW3, dbh, dbo = (parameter.grad.numpy() for parameter in ours)
        return dW1.T, dW2.T, dW3, dbh, dbo

    return gradients, update


compete(pytorch)
