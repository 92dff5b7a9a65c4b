"""The names of losses that other libraries offer, as `dir` and the documentation list them.

PyTorch 2.14, Keras 3.15, Optax 0.2.8, scikit-learn 1.9, SciPy 1.17, statsmodels 0.15, XGBoost 3.2, LightGBM 4.7,
CatBoost 1.2 and Ceres 2.2; the objectives of the boosted trees with their aliases.
"""

PUBLIC_NAMES = {
    "torch": """
        AdaptiveLogSoftmaxWithLoss BCELoss BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss CrossEntropyLoss
        GaussianNLLLoss HingeEmbeddingLoss HuberLoss KLDivLoss L1Loss LinearCrossEntropyLoss MSELoss
        MarginRankingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss PoissonNLLLoss
        SmoothL1Loss SoftMarginLoss TripletMarginLoss TripletMarginWithDistanceLoss binary_cross_entropy
        binary_cross_entropy_with_logits cosine_embedding_loss cross_entropy ctc_loss gaussian_nll_loss
        hinge_embedding_loss huber_loss kl_div l1_loss linear_cross_entropy margin_ranking_loss mse_loss
        multi_margin_loss multilabel_margin_loss multilabel_soft_margin_loss nll_loss poisson_nll_loss
        smooth_l1_loss soft_margin_loss triplet_margin_loss triplet_margin_with_distance_loss
    """,
    "keras": """
        BinaryCrossentropy BinaryFocalCrossentropy CTC CategoricalCrossentropy CategoricalFocalCrossentropy
        CategoricalGeneralizedCrossEntropy CategoricalHinge Circle CosineSimilarity Dice Hinge Huber
        KLDivergence LogCosh Loss MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError
        MeanSquaredLogarithmicError Poisson SparseCategoricalCrossentropy SquaredHinge Tversky
        binary_crossentropy binary_focal_crossentropy categorical_crossentropy categorical_focal_crossentropy
        categorical_generalized_cross_entropy categorical_hinge circle cosine_similarity ctc dice hinge huber
        kl_divergence log_cosh mean_absolute_error mean_absolute_percentage_error mean_squared_error
        mean_squared_logarithmic_error poisson sparse_categorical_crossentropy squared_hinge tversky mse mae
        mape msle bce kld
    """,
    "optax": """
        binary_dice_loss convex_kl_divergence cosine_distance cosine_similarity ctc_loss
        ctc_loss_with_forward_probs dice_loss generalized_kl_divergence hinge_loss huber_loss kl_divergence
        kl_divergence_with_log_targets l2_loss log_cosh make_fenchel_young_loss
        multiclass_generalized_dice_loss multiclass_hinge_loss multiclass_perceptron_loss
        multiclass_sparsemax_loss ntxent perceptron_loss poly_loss_cross_entropy ranking_softmax_loss
        safe_softmax_cross_entropy sigmoid_binary_cross_entropy sigmoid_focal_loss smooth_labels
        softmax_cross_entropy softmax_cross_entropy_with_integer_labels sparsemax_loss squared_error
        triplet_margin_loss
    """,
    "sklearn": """
        brier_score_loss coverage_error d2_absolute_error_score d2_brier_score d2_log_loss_score
        d2_pinball_score d2_tweedie_score hamming_loss hinge_loss label_ranking_loss log_loss max_error
        mean_absolute_error mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss
        mean_poisson_deviance mean_squared_error mean_squared_log_error mean_tweedie_deviance
        median_absolute_error r2_score root_mean_squared_error root_mean_squared_log_error zero_one_loss
        AbsoluteError BaseLoss ExponentialLoss HalfBinomialLoss HalfGammaLoss HalfMultinomialLoss
        HalfPoissonLoss HalfSquaredError HalfTweedieLoss HalfTweedieLossIdentity HuberLoss PinballLoss hinge
        squared_hinge perceptron modified_huber squared_error huber epsilon_insensitive
        squared_epsilon_insensitive exponential absolute_error quantile poisson gamma gini entropy
        friedman_mse linear square
    """,
    "scipy": """
        linear huber soft_l1 cauchy arctan pseudo_huber kl_div rel_entr
    """,
    "statsmodels": """
        AndrewWave Hampel HuberT LeastSquares MQuantileNorm RamsayE RobustNorm StudentT TrimmedMean
        TukeyBiweight TukeyQuartic Binomial Family Gamma Gaussian InverseGaussian NegativeBinomial Poisson
        Tweedie
    """,
    "xgboost": """
        survival:aft binary:hinge rank:ndcg rank:pairwise rank:map multi:softmax multi:softprob
        reg:quantileerror reg:squarederror reg:logistic binary:logistic binary:logitraw reg:gamma reg:linear
        reg:squaredlogerror reg:pseudohubererror count:poisson survival:cox reg:tweedie reg:absoluteerror rmse
        rmsle mae mphe logloss error merror mlogloss auc aucpr pre ndcg map poisson-nloglik gamma-nloglik
        cox-nloglik gamma-deviance tweedie-nloglik aft-nloglik interval-regression-accuracy quantile
    """,
    "lightgbm": """
        regression regression_l2 l2 mean_squared_error mse l2_root root_mean_squared_error rmse regression_l1
        l1 mean_absolute_error mae huber fair poisson quantile mape mean_absolute_percentage_error gamma
        gamma_deviance tweedie binary binary_logloss multiclass softmax multi_logloss multiclassova
        multiclass_ova ova ovr cross_entropy xentropy cross_entropy_lambda xentlambda lambdarank rank_xendcg
        xendcg xe_ndcg xe_ndcg_mart xendcg_mart auc ndcg map average_precision custom
    """,
    "catboost": """
        RMSE MAE MAPE Quantile MultiQuantile LogLinQuantile Lq Huber Expectile Tweedie Poisson LogCosh
        RMSEWithUncertainty Logloss CrossEntropy Focal MultiClass MultiClassOneVsAll MultiLogloss
        MultiCrossEntropy PairLogit PairLogitPairwise YetiRank YetiRankPairwise LambdaMart StochasticFilter
        StochasticRank QueryRMSE QuerySoftMax QueryCrossEntropy GroupQuantile SurvivalAft Cox MultiRMSE
        MultiRMSEWithMissingValues
    """,
    "ceres": """
        TrivialLoss HuberLoss SoftLOneLoss CauchyLoss ArctanLoss TolerantLoss TukeyLoss ComposedLoss
        ScaledLoss LossFunctionWrapper LossFunction
    """,
}
