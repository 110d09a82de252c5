"""PyTorch in float64: torch.nn.RNN over the whole sequence and one linear layer, with autograd."""

import torch

from contender import CLIP, LEARNING_RATE, compete

torch.set_num_threads(1)


def given(parameter, values):
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(values))


def pytorch(problem):
    V, H = problem.V, problem.H
    rnn = torch.nn.RNN(V, H).double()
    output = torch.nn.Linear(H, V).double()
    W1, W2, W3, bh, bo = problem.weights
    # It has two biases where the equations have one; the second stays out of it.
    rnn.bias_hh_l0.requires_grad_(False).zero_()
    ours = [rnn.weight_ih_l0, rnn.weight_hh_l0, output.weight, rnn.bias_ih_l0, output.bias]
    for parameter, values in zip(ours, [W1.T, W2.T, W3, bh, bo]):
        given(parameter, values)
    x = torch.nn.functional.one_hot(torch.from_numpy(problem.x), V).double().unsqueeze(1)
    y = torch.from_numpy(problem.y)
    loss_of = torch.nn.CrossEntropyLoss(reduction="sum")
    optimizer = torch.optim.SGD(ours, lr=LEARNING_RATE)

    def passes():
        optimizer.zero_grad()
        states, _ = rnn(x)
        loss = loss_of(output(states.squeeze(1)), y)
        loss.backward()
        return loss

    def gradients():
        passes()
        dW1, dW2, dW3, dbh, dbo = (parameter.grad.numpy() for parameter in ours)
        return dW1.T, dW2.T, dW3, dbh, dbo

    def update():
        loss = passes()
        torch.nn.utils.clip_grad_norm_(ours, CLIP)
        optimizer.step()
        return loss.item()

    return gradients, update


compete(pytorch)
