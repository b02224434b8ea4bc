#!/usr/bin/env python3
"""Isolation forest of scikit-learn, and principal components by numpy, on one file of rows: seconds, and the forest's scores.

  health.py X.f32 ROWS COLUMNS SCORES.f64

X.f32 holds the rows one after the other as little-endian Float32. SCORES.f64 gets the scores of all rows by a usual forest, then those of every
hundredth row by a forest of 3,000 trees grown on these. Prints one JSON object; each figure is the median of the runs.
"""
import json
import statistics
import sys
import time

import numpy as np
import sklearn
from sklearn.ensemble import IsolationForest

path, rows, columns, scores = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
X = np.fromfile(path, dtype="<f4", count=rows * columns).reshape(rows, columns)


def seconds(work, runs):
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


model = {}


def forest():
    model["forest"] = IsolationForest(n_estimators=100, max_samples=256, random_state=0).fit(X)
    model["scores"] = -model["forest"].score_samples(X)


def components():
    """Standardised, ten components, T2 along them and the squared residual across them."""
    mean, deviation = D.mean(0), D.std(0)
    Z = (D - mean) / deviation
    values, vectors = np.linalg.eigh(Z.T @ Z / rows)
    V, w = vectors[:, ::-1][:, :10], values[::-1][:10]
    S = Z @ V
    (S**2 / w).sum(1)
    ((Z - S @ V.T) ** 2).sum(1)


forest_seconds = seconds(forest, 1)
some = np.ascontiguousarray(X[::100])


def scored(trees, seed):
    return -IsolationForest(n_estimators=trees, max_samples=256, random_state=seed).fit(some).score_samples(some)


def rank_correlation(a, b):
    return float(np.corrcoef(np.argsort(np.argsort(a)), np.argsort(np.argsort(b)))[0, 1])


many = scored(3000, 1)
np.concatenate([model["scores"], many]).astype("<f8").tofile(scores)
D = X.astype(np.float64)
print(
    json.dumps(
        {
            "isolationForest": {
                "seconds": forest_seconds,
                "peer": "scikit-learn " + sklearn.__version__,
                "withItself": rank_correlation(many, scored(3000, 2)),
                "withItselfUsual": rank_correlation(scored(100, 1), scored(100, 2)),
            },
            "pca": {"seconds": seconds(components, 3), "peer": "numpy " + np.__version__},
        }
    )
)
